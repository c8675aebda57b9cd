-- Usage of 32 consecutive days, packed (ews.domain.fact.UsageBlock): what scoring reads, in one small row.
create table usage_block (
  account_id bigint not null references account on delete cascade,
  block      int    not null,
  data       bytea  not null,
  primary key (account_id, block)
) with (fillfactor = 80);
alter table usage_block alter column data set storage external;

-- Usage that is committed and not yet in its blocks, as under load: a row is that of one transaction and of a part of
-- the accounts, packed (ews.sensors.fact.UsagePack). Those that are taken go into the blocks now, and are deleted when
-- all of them are there.
create table usage_backlog (
  id    bigint  generated always as identity primary key,
  part  int     not null,
  data  bytea   not null,
  taken boolean not null default false
);
alter table usage_backlog alter column data set storage external;

-- Of what is taken, by the transaction with this number, that of all accounts and blocks up to here is in its blocks. One row.
create table usage_round (
  number        bigint not null,
  up_to_account bigint not null,
  up_to_block   int    not null
);
insert into usage_round (number, up_to_account, up_to_block) values (0, 0, 0);

create table account_feature (
  account_id    bigint not null references account on delete cascade,
  feature_id    int    not null references feature,
  first_used_on date   not null,
  primary key (account_id, feature_id)
);

-- Everything with a state keeps its changes: the state as of any day is the last change up to then.
create table ticket_change (
  account_id   bigint      not null references account on delete cascade,
  ticket       text        not null,
  occurred_at  timestamptz not null,
  event_key    bigint      not null,
  status       text,
  priority     text,
  sla_breached boolean,
  subject      text,
  primary key (account_id, ticket, occurred_at, event_key)
);

create table invoice_change (
  account_id  bigint      not null references account on delete cascade,
  invoice     text        not null,
  occurred_at timestamptz not null,
  event_key   bigint      not null,
  status      text        not null,
  amount      numeric(14, 2),
  currency    text,
  due_on      date,
  primary key (account_id, invoice, occurred_at, event_key)
);

create table subscription_change (
  account_id   bigint      not null references account on delete cascade,
  occurred_at  timestamptz not null,
  event_key    bigint      not null,
  status       text,
  plan         text,
  seats        int,
  annual_value numeric(14, 2),
  currency     text,
  renewal_on   date,
  primary key (account_id, occurred_at, event_key)
);

-- What is said of an answer with the same response (source and its own id of the answer) is of one answer: the last counts.
create table feedback (
  account_id  bigint      not null references account on delete cascade,
  occurred_at timestamptz not null,
  event_key   bigint      not null,
  user_id     bigint,
  kind        text        not null,
  score       float8      not null,
  comment     text,
  response    text,
  primary key (account_id, occurred_at, event_key)
);

create table outcome_progress (
  account_id  bigint      not null references account on delete cascade,
  goal        text        not null,
  occurred_at timestamptz not null,
  event_key   bigint      not null,
  value       float8      not null,
  target      float8,
  primary key (account_id, goal, occurred_at, event_key)
);

create table attribute_change (
  account_id  bigint      not null references account on delete cascade,
  name        text        not null,
  occurred_at timestamptz not null,
  event_key   bigint      not null,
  value       text,
  primary key (account_id, name, occurred_at, event_key)
);

-- Accounts whose facts changed and that wait for scoring. Append-only, so that intake never waits for scoring. Routine is
-- more use of known features by known users, which can wait while there is more to do than can be done at once.
create table dirty_account (
  account_id  bigint      not null,
  from_day    date        not null,
  received_at timestamptz not null,
  routine     boolean     not null default false
);
create index dirty_account_account on dirty_account (account_id);
create index dirty_account_urgent on dirty_account (from_day) where not routine;
