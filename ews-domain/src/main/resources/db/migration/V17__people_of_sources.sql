-- Some sources name a person with most events, and say only now and then to which account that person belongs.
-- Clients repeat it, so of each day the first and the last time are kept.
create table belonging (
  source_id   int         not null references source on delete cascade,
  person      text        not null,
  day         date        not null,
  account_key text        not null,
  first_said  timestamptz not null,
  last_said   timestamptz not null,
  primary key (source_id, person, day, account_key)
);

-- Two ids of one person, such as that of an anonymous visitor who then signed in.
create table same_person (
  source_id int         not null references source on delete cascade,
  alias     text        not null,
  user_key  text        not null,
  since     timestamptz not null,
  primary key (source_id, alias)
);
create index same_person_user on same_person (source_id, user_key);

-- Accepted events that wait until it is known to which account their people belong.
create table unplaced_event (
  source_id   int         not null references source on delete cascade,
  event_key   bigint      not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  dialect     smallint    not null,
  type        text        not null,
  person      text        not null,
  body        text        not null,
  primary key (source_id, event_key, occurred_at)
);
create index unplaced_event_person on unplaced_event (source_id, person);
