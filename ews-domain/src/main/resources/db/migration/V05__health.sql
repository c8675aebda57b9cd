create table segment (
  id         int generated always as identity primary key,
  key        text  not null unique,
  name       text  not null unique,
  position   int   not null,
  conditions jsonb not null
);

-- The segments in their order, as they counted from a day on.
create table segmentation (
  from_day date  primary key,
  segments jsonb not null
);

-- What applying a file would change, as it was found when somebody asked; applied only while nothing else has changed.
create table configuration_plan (
  id         bigint generated always as identity primary key,
  document   text        not null,
  revision   text        not null,
  changes    jsonb       not null,
  preview_id bigint,
  author     text        not null,
  made_at    timestamptz not null
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
-- there was no data. A limit of the profile (by its place) may have adjusted the score. The key begins with the day, so that a day's scores of everybody are written side by side; one
-- account's history is found by skipping from day to day.
create table health_score (
  account_id         bigint      not null,
  day                date        not null,
  score              smallint,
  band               text        not null,
  segment_id         int         not null,
  profile_version_id int         not null,
  points             smallint[]  not null,
  weights            smallint[]  not null,
  readings           float8[]    not null,
  limit_place        smallint,
  adjustment         smallint,
  overridden         boolean     not null default false,
  computed_at        timestamptz not null,
  primary key (day, account_id)
);

-- Checking a foreign key would cost as much as storing a score. Scores go with their account all the same.
create function remove_scores_of_deleted_accounts() returns trigger language plpgsql as $$
begin
  delete from health_score where account_id in (select id from deleted);
  return null;
end $$;
create trigger remove_scores after delete on account
  referencing old table as deleted
  for each statement execute function remove_scores_of_deleted_accounts();

-- Somebody's judgment in place of the computed band, from one day until another; the latest one counts.
create table band_override (
  id         int generated always as identity primary key,
  account_id bigint      not null references account on delete cascade,
  band       text        not null check (band in ('good', 'average', 'poor')),
  reason     text        not null,
  author     text        not null,
  from_day   date        not null,
  until_day  date        not null,
  created_at timestamptz not null
);
create index band_override_account on band_override (account_id);

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

-- The runs that score everybody once a day.
create table daily_run (
  day         date        primary key,
  started_at  timestamptz not null,
  finished_at timestamptz
);

-- What a run has still to do: the 1,024 ids from first_account on; whoever takes a range deletes it when it is scored.
create table daily_range (
  day           date   not null references daily_run on delete cascade,
  first_account bigint not null,
  primary key (day, first_account)
);

-- The values of a metric among the accounts of a segment at the end of a week, ascending; of large segments a sample.
create table peer_distribution (
  as_of       date        not null,
  segment_id  int         not null,
  measurement text        not null,
  size        int         not null,
  peers       float8[]    not null,
  computed_at timestamptz not null,
  primary key (as_of, segment_id, measurement)
);

-- A profile that somebody is at work on; it counts for nothing until it is published.
create table profile_draft (
  segment_id int         primary key references segment on delete cascade,
  definition jsonb       not null,
  based_on   int         not null,
  author     text        not null,
  saved_at   timestamptz not null
);

-- What a proposal would change against what counted when it was made (its basis), as far as it has been computed.
create table preview (
  id         bigint generated always as identity primary key,
  segment_id int references segment on delete cascade,
  basis      jsonb       not null,
  proposal   jsonb       not null,
  author     text        not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  state      text        not null check (state in ('waiting', 'surveying', 'running', 'done', 'failed')),
  accounts   int         not null default 0,
  done       int         not null default 0,
  impact     jsonb
);

-- Weights that the cancellations of the past speak for, or why they say nothing.
create table suggestion (
  id         bigint generated always as identity primary key,
  segment_id int         not null references segment on delete cascade,
  version    int         not null,
  profile    jsonb       not null,
  author     text        not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  state      text        not null check (state in ('running', 'done', 'failed')),
  steps      int         not null default 0,
  done       int         not null default 0,
  finding    jsonb
);
