create table rule (
  id         int generated always as identity primary key,
  key        text    not null unique,
  name       text    not null unique,
  nature     text    not null check (nature in ('risk', 'opportunity')),
  definition jsonb   not null,
  hold_days  int     not null,
  play_key   text,
  enabled    boolean not null default true
);

-- What a rule raised for an account. Evidence is frozen when it is raised. While it is open, seen_on and occurrences
-- change on every day on which the condition holds, and clear_since is the day since which it has been gone; once people
-- have closed it, clear_since tells whether the condition was gone since.
create table alert (
  account_id       bigint      not null references account on delete cascade,
  id               bigint generated always as identity,
  rule_id          int         not null references rule,
  status           text        not null check (status in ('open', 'acknowledged', 'in_play', 'resolved', 'closed')),
  title            text        not null,
  evidence         jsonb       not null,
  raised_at        timestamptz not null,
  raised_on        date        not null,
  seen_on          date        not null,
  occurrences      int         not null,
  clear_since      date,
  snoozed_until    date,
  acknowledged_by  bigint references member on delete set null,
  -- The run that was started for it and has ended, how and when; without an outcome if it was cancelled.
  ended_run_id     bigint,
  run_outcome      text,
  run_ended_at     timestamptz,
  ended_at         timestamptz,
  ended_by         text,
  closed_reason    text,
  closed_note      text,
  previous_id      bigint,
  event_received_at timestamptz,
  primary key (account_id, id)
) with (fillfactor = 80);
create index alert_id on alert (id);
create unique index alert_open on alert (account_id, rule_id) where status in ('open', 'acknowledged', 'in_play');
create index alert_status on alert (status, raised_at desc);
