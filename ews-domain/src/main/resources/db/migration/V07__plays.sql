-- Whose public holidays the organisation has: a country or a part of it, like de or de-by; null for none.
create table holiday_calendar (
  only_one boolean primary key default true check (only_one),
  region   text
);
insert into holiday_calendar (region) values (null);

-- A day, besides weekends, on which the organisation does not work.
create table holiday (
  day    date    primary key,
  name   text    not null,
  -- Whether somebody added it; the others come from the region.
  own    boolean not null default true,
  -- A public holiday on which the organisation works all the same.
  worked boolean not null default false check (not (own and worked))
);

create table play (
  id          int generated always as identity primary key,
  key         text    not null unique,
  name        text    not null unique,
  description text    not null,
  version     int     not null,
  definition  jsonb   not null,
  enabled     boolean not null default true
);

-- What a play said from a moment on, until its next version.
create table play_version (
  play_id     int         not null references play on delete cascade,
  version     int         not null,
  name        text        not null,
  description text        not null,
  definition  jsonb       not null,
  author      text        not null,
  reason      text        not null,
  created_at  timestamptz not null,
  primary key (play_id, version)
);

-- What somebody is still writing: the next version of a play, or a play that there is not yet.
create table play_draft (
  key         text        primary key,
  name        text        not null,
  description text        not null,
  -- The version that it began with; 0 for a play that there is not yet.
  version     int         not null,
  definition  jsonb       not null,
  author      text        not null,
  saved_at    timestamptz not null
);

-- One play on one account. It keeps the play's definition as it was when the run started.
create table run (
  account_id        bigint      not null references account on delete cascade,
  id                bigint      generated always as identity,
  play_id           int         not null references play,
  play_name         text        not null,
  play_version      int         not null,
  definition        jsonb       not null,
  alert_id          bigint,
  -- When the alert behind the run went away by itself: the run goes on, and says so.
  alert_resolved_at timestamptz,
  reason            text        not null,
  status            text        not null check (status in ('running', 'finished', 'cancelled')),
  owner_id          bigint      references member on delete set null,
  started_at        timestamptz not null,
  started_by        text        not null,
  ended_at          timestamptz,
  outcome           text,
  outcome_note      text,
  -- The number of the step that comes next; one more than there are when all are taken.
  next_step         int         not null default 1,
  -- From when the days of the next step are counted that are counted from the step before.
  counted_from      date        not null,
  -- Taken out of the definition for those who count: the days of its goal, null without one, and the share held out.
  goal_within       int         generated always as ((definition #>> '{goal,within}')::int) stored,
  hold_out          int         generated always as (coalesce((definition ->> 'holdOut')::int, 0)) stored,
  -- While the play's goal may still be reached: the last day on which that counts.
  watched_until     date,
  goal_reached_on   date,
  -- When facts proved that the goal was reached, while the run was running.
  proven_at         timestamptz,
  -- The run of the same play that had ended by proof shortly before.
  relapse_of        bigint,
  -- While the next step waits: the last day that it waits for.
  waits_until       date,
  primary key (account_id, id)
);
create index run_waiting on run (waits_until) where status = 'running' and waits_until is not null;
create index run_id on run (id);
create unique index run_alert on run (account_id, alert_id) where alert_id is not null and status <> 'cancelled';
create unique index run_by_hand on run (account_id, play_id) where alert_id is null and status = 'running';
create index run_running on run (owner_id) where status = 'running';
create index run_play on run (play_id, started_at desc);

-- A step that a run has taken, and what came of it. Each is taken once.
create table run_step (
  account_id bigint      not null,
  run_id     bigint      not null,
  step       int         not null,
  taken_at   timestamptz not null,
  result     text        not null,
  primary key (account_id, run_id, step),
  foreign key (account_id, run_id) references run on delete cascade
);

create table task (
  account_id  bigint      not null references account on delete cascade,
  id          bigint generated always as identity,
  run_id      bigint,
  step        int,
  title       text        not null,
  detail      text        not null,
  -- For whom the task is meant: when the account's CSM changes, the CSM's tasks move and the manager's stay.
  role        text        not null check (role in ('csm', 'manager', 'sponsor', 'member')),
  assignee_id bigint references member on delete set null,
  status      text        not null check (status in ('open', 'done', 'skipped')),
  due_on      date        not null,
  created_at  timestamptz not null,
  ended_at    timestamptz,
  ended_by    text,
  note        text,
  primary key (account_id, id),
  foreign key (account_id, run_id) references run on delete cascade
);
create index task_id on task (id);
create unique index task_step on task (account_id, run_id, step) where run_id is not null;
create index task_assignee on task (assignee_id, due_on) where status = 'open';

-- A logged engagement with people at the account, or a note about it.
create table touchpoint (
  account_id  bigint      not null references account on delete cascade,
  id          bigint generated always as identity,
  kind        text        not null check (kind in ('email', 'call', 'meeting', 'note')),
  occurred_at timestamptz not null,
  member_id   bigint references member on delete set null,
  author      text        not null,
  note        text        not null,
  run_id      bigint,
  primary key (account_id, id),
  foreign key (account_id, run_id) references run on delete set null (run_id)
);
create index touchpoint_account on touchpoint (account_id, occurred_at desc) include (kind);
-- When somebody of each account was last spoken to, without reading what was said (ews.plays.checkin.NextCheckIns).
create index touchpoint_met on touchpoint (account_id, occurred_at desc) where kind in ('call', 'meeting');

create table watch_list (
  id       int generated always as identity primary key,
  key      text not null unique,
  name     text not null unique,
  -- Who made it; null for those that everybody starts with.
  owner_id bigint references member on delete set null
);

create table watch_list_entry (
  account_id    bigint      not null references account on delete cascade,
  watch_list_id int         not null references watch_list on delete cascade,
  added_at      timestamptz not null,
  added_by      text        not null,
  reason        text        not null,
  -- The last day on the list; null: until somebody takes it off.
  until_on      date,
  run_id        bigint,
  primary key (account_id, watch_list_id),
  foreign key (account_id, run_id) references run on delete set null (run_id)
);
create index watch_list_entry_list on watch_list_entry (watch_list_id);
