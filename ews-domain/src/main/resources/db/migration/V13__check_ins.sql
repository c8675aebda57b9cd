-- How many days may pass between check-ins with the accounts of a segment; none where it is null. A segment that nobody
-- has said anything about has the usual cadence (ews.plays.checkin.Cadences).
create table segment_cadence (
  segment_id int primary key references segment on delete cascade,
  days       int check (days between 7 and 366)
);

-- The cadence of one account, in place of that of its segment.
create table account_cadence (
  account_id bigint      primary key references account on delete cascade,
  days       int         check (days between 7 and 366),
  reason     text        not null,
  author     text        not null,
  decided_at timestamptz not null
);

-- One periodic touch and how it went; what was said is in the touchpoint that was logged with it.
create table check_in (
  account_id  bigint      not null references account on delete cascade,
  id          bigint      generated always as identity,
  occurred_at timestamptz not null,
  member_id   bigint      references member on delete set null,
  author      text        not null,
  result      text        not null check (result in ('went_well', 'needs_plan', 'not_reached')),
  note        text        not null,
  primary key (account_id, id)
);
create index check_in_account on check_in (account_id, occurred_at desc) include (result);

-- What we and the customer do together to get an account back on track. One at a time is under way.
create table get_well_plan (
  account_id bigint      not null references account on delete cascade,
  id         bigint      generated always as identity,
  status     text        not null check (status in ('draft', 'agreed', 'achieved', 'given_up')),
  root_cause text        not null,
  author     text        not null,
  created_at timestamptz not null,
  agreed_at  timestamptz,
  ended_at   timestamptz,
  ended_by   text,
  -- Why it was given up.
  end_reason text,
  primary key (account_id, id)
);
create unique index get_well_plan_id on get_well_plan (id);
create unique index get_well_plan_under_way on get_well_plan (account_id) where status in ('draft', 'agreed');

-- What is to be better by a day, as facts tell; the value at the start is null where there was no data then.
create table get_well_objective (
  account_id  bigint not null,
  id          bigint generated always as identity,
  plan_id     bigint not null,
  title       text   not null,
  measurement jsonb  not null,
  at_least    boolean not null,
  target      float8 not null,
  start_value float8,
  started_on  date   not null,
  due_on      date   not null,
  primary key (account_id, id),
  foreign key (account_id, plan_id) references get_well_plan on delete cascade
);
create index get_well_objective_plan on get_well_objective (account_id, plan_id);

-- What somebody does by a day: a member on our side, or a contact on theirs, by name.
create table get_well_step (
  account_id bigint not null,
  id         bigint generated always as identity,
  plan_id    bigint not null,
  title      text   not null,
  member_id  bigint references member on delete set null,
  contact    text,
  due_on     date   not null,
  done_at    timestamptz,
  done_by    text,
  primary key (account_id, id),
  foreign key (account_id, plan_id) references get_well_plan on delete cascade,
  check (member_id is null or contact is null)
);
create index get_well_step_plan on get_well_step (account_id, plan_id);
create index get_well_step_open on get_well_step (member_id, due_on) where done_at is null;

-- A private link with which whoever has it can read a plan until it expires. Only the SHA-256 of its token is kept.
create table plan_link (
  account_id     bigint      not null,
  id             bigint      generated always as identity,
  plan_id        bigint      not null,
  token_hash     bytea       not null unique,
  author         text        not null,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  opens          int         not null default 0,
  last_opened_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, plan_id) references get_well_plan on delete cascade
);
create index plan_link_plan on plan_link (account_id, plan_id);

-- The history of one thing, such as a plan.
create index audit_entry_subject on audit_entry (subject);
