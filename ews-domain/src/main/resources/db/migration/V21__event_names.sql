-- What the usage events of a source are called by it, whatever they count as, per day of receipt.
create table event_name (
  source_id     int         not null references source on delete cascade,
  name          text        not null,
  day           date        not null,
  events        bigint      not null,
  last_received timestamptz not null,
  primary key (source_id, name, day)
);

-- What events that are called so count as. A pattern is a name, or what names begin with, followed by an asterisk.
create table name_rule (
  source_id  int         not null references source on delete cascade,
  pattern    text        not null,
  counts_as  text        not null check (counts_as in ('feature', 'login', 'outcome', 'ignored')),
  -- Of a feature: under which name; null for its own.
  feature    text,
  -- Of an outcome: towards which goal, and the property that says how far; null for the quantity.
  goal       text,
  value_from text,
  author     text        not null,
  changed_at timestamptz not null,
  primary key (source_id, pattern),
  check ((counts_as = 'outcome') = (goal is not null))
);

-- Rules that changed since the log was read with them last, with all that such events have counted as meanwhile.
create table name_change (
  source_id      int         not null references source on delete cascade,
  pattern        text        not null,
  counted_as     text        not null,
  feature_before text,
  changed_at     timestamptz not null,
  unique nulls not distinct (source_id, pattern, counted_as, feature_before)
);

-- Raised with each change, so that whoever writes facts knows whether the rules are still those that it has read.
create table name_version (number bigint not null);
insert into name_version values (0);

-- The stored events of a source, read again with the rules of now: account after account.
create table name_replay (
  source_id    int         primary key references source on delete cascade,
  accounts     int         not null,
  done         int         not null,
  last_account bigint      not null,
  author       text        not null,
  started_at   timestamptz not null,
  finished_at  timestamptz
);
