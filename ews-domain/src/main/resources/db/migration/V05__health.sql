create table segment (
  id         int generated always as identity primary key,
  key        text  not null unique,
  name       text  not null unique,
  position   int   not null,
  conditions jsonb not null
);

-- A profile is never changed: a new version is published. The version of a day is the last one published until then.
-- Versions outlive their segment, since stored scores refer to them.
create table profile_version (
  id             int generated always as identity primary key,
  segment_id     int         not null,
  version        int         not null,
  definition     jsonb       not null,
  reason         text        not null,
  published_by   text        not null,
  published_at   timestamptz not null,
  effective_from date        not null,
  unique (segment_id, version)
);

-- One row an account and day; points and weights in tenths, by indicator of the profile version; a reading is null where
-- there was no data.
create table health_score (
  account_id         bigint      not null references account on delete cascade,
  day                date        not null,
  score              smallint,
  band               text        not null,
  segment_id         int         not null,
  profile_version_id int         not null,
  points             smallint[]  not null,
  weights            smallint[]  not null,
  readings           float8[]    not null,
  computed_at        timestamptz not null,
  primary key (account_id, day)
);
create index health_score_day on health_score (day);

-- The latest score of each account with what lists show beside it; trend holds the scores (in tenths) at the end of each
-- of the last eleven weeks, oldest first, and the latest; null where unknown.
create table account_health (
  account_id         bigint      primary key references account on delete cascade,
  day                date        not null,
  score              smallint,
  band               text        not null,
  segment_id         int         not null,
  profile_version_id int         not null,
  change_7           smallint,
  change_30          smallint,
  trend              smallint[]  not null,
  story              text        not null,
  computed_at        timestamptz not null
) with (fillfactor = 70);
create index account_health_band on account_health (band);

-- Past days whose scores wait for being computed (again), because facts of those days arrived.
create table history_due (
  account_id    bigint      primary key references account on delete cascade,
  from_day      date        not null,
  waiting_since timestamptz not null,
  due_at        timestamptz not null
);
create index history_due_at on history_due (due_at);

-- How far the run that scores everybody once a day has got: accounts up to next_account (exclusive) are done.
create table daily_run (
  day          date        primary key,
  next_account bigint      not null,
  started_at   timestamptz not null,
  finished_at  timestamptz
);
