create table source (
  id         int generated always as identity primary key,
  name       text        not null unique,
  key_hash   bytea       not null unique,
  key_hint   text        not null,
  can_read   boolean     not null,
  can_write  boolean     not null,
  -- May change what admins set up; no key may, unless an admin says so.
  can_configure boolean  not null default false,
  sample     boolean     not null default false,
  created_at timestamptz not null,
  revoked_at timestamptz,
  -- Until then nothing is raised from its events.
  calm_until timestamptz,
  -- How many events may come from it in a second, on average; null for any number.
  most_a_second int check (most_a_second > 0),
  -- Of a request and of an event, where less is allowed than to others.
  most_body_kilobytes  int check (most_body_kilobytes > 0),
  most_event_kilobytes int check (most_event_kilobytes > 0)
);

-- An account and the current values that lists sort and filter by; their history is in the facts.
create table account (
  id            bigint generated always as identity primary key,
  key           text        not null unique,
  name          text        not null,
  csm_id        bigint references member on delete set null,
  status        text check (status in ('trial', 'active', 'cancelled')),
  stage         text,
  plan          text,
  product       text,
  seats         int,
  annual_value  numeric(14, 2),
  currency      text,
  renewal_on    date,
  cancelled_on  date,
  first_seen_on date        not null,
  sample        boolean     not null default false
);
create index account_csm on account (csm_id);

-- A user appears in usage, a contact is known by name: one table. said_at holds for each attribute when it was said
-- (milliseconds) and the key of the event that said it, so that the latest wins in whatever order events arrive.
create table account_user (
  account_id    bigint      not null references account on delete cascade,
  id            bigint generated always as identity,
  key           text        not null,
  first_used_on date,
  attributes    jsonb       not null default '{}',
  said_at       jsonb       not null default '{}',
  primary key (account_id, id),
  unique (account_id, key)
);
create index account_user_first_used on account_user (account_id, first_used_on);

-- Which sources tell of an account, by type of event. Written once in four weeks for each, so the day may be four weeks
-- early.
create table account_source (
  account_id bigint not null references account on delete cascade,
  source_id  int    not null references source on delete cascade,
  type       text   not null,
  last_on    date   not null,
  primary key (account_id, source_id, type)
);

create table feature (
  id   int generated always as identity primary key,
  name text not null unique
);
