-- Accounts that are called into plays by what happened in the transaction that wrote the row, and that
-- nobody has looked at yet. A row that cannot be dealt with says why, and stays for somebody to look at.
create table play_call (
  id         bigint generated always as identity primary key,
  account_id bigint      not null references account on delete cascade,
  play_id    int         not null references play on delete cascade,
  -- Because of which alert; null: because of something else.
  alert_id   bigint,
  reason     text        not null,
  written_at timestamptz not null,
  failure    text
);
create index play_call_waiting on play_call (id) where failure is null;

-- Dates that have brought an account into a play, so that none does twice.
create table play_milestone (
  account_id bigint not null references account on delete cascade,
  play_id    int    not null references play on delete cascade,
  milestone  text   not null,
  reached_on date   not null,
  primary key (account_id, play_id, milestone, reached_on)
);

-- Accounts that came into a play and got no run, so that those who did can be compared with them.
create table held_out (
  account_id   bigint      not null references account on delete cascade,
  id           bigint      generated always as identity,
  play_id      int         not null references play on delete cascade,
  play_version int         not null,
  definition   jsonb       not null,
  alert_id     bigint,
  reason       text        not null,
  held_out_at  timestamptz not null,
  watched_until   date,
  goal_reached_on date,
  goal_within     int generated always as ((definition #>> '{goal,within}')::int) stored,
  primary key (account_id, id)
);
create index held_out_play on held_out (play_id, held_out_at desc);
create unique index held_out_alert on held_out (account_id, play_id, alert_id) where alert_id is not null;

-- For a run whose time is over: the account most like its own that did not get the play; null if there was none.
create table run_match (
  account_id      bigint not null,
  run_id          bigint not null,
  like_account_id bigint references account on delete cascade,
  -- From when on the days of that account are counted, and when it reached the goal of the run.
  from_on         date,
  goal_reached_on date,
  primary key (account_id, run_id),
  foreign key (account_id, run_id) references run on delete cascade
);
create index run_match_like on run_match (like_account_id) where like_account_id is not null;
