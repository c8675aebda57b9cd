-- What a rule says is its definition; what queries ask for is taken out of it.
create table rule (
  id         int generated always as identity primary key,
  key        text    not null unique,
  version    int     not null,
  definition jsonb   not null,
  enabled    boolean not null,
  name       text    not null generated always as (definition ->> 'name') stored unique,
  nature     text    not null generated always as (lower(definition ->> 'nature')) stored
                     check (nature in ('risk', 'opportunity')),
  play_key   text    generated always as (definition ->> 'play') stored
);

create table rule_version (
  rule_id      int         not null references rule on delete cascade,
  version      int         not null,
  definition   jsonb       not null,
  reason       text        not null,
  author       text        not null,
  published_at timestamptz not null,
  primary key (rule_id, version)
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
  -- A snooze that may end early keeps how bad it was (in the rule's own unit), and from where on it is worse than that.
  snoozed_until    date,
  snoozed_at_value float8,
  snoozed_worse_at float8,
  -- The day on which it got worse while it was snoozed, and so came back.
  worse_on         date,
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
  -- Raised in quiet hours and not brought to anybody yet.
  held             boolean     not null default false,
  -- Counts what changes its state, so that an undo knows whether anything did since.
  revision         int         not null default 0,
  primary key (account_id, id)
) with (fillfactor = 80);
create index alert_id on alert (id);
create unique index alert_open on alert (account_id, rule_id) where status in ('open', 'acknowledged', 'in_play');
create index alert_status on alert (status, raised_at desc);
create index alert_rule on alert (rule_id, raised_on);
create index alert_raised on alert (raised_at);
create index alert_held on alert (id) where held;

-- How many new alerts a CSM gets at once, and when; without a number, all of them at any time.
create table inbox_policy (
  only_one       boolean primary key default true check (only_one),
  budget         int check (budget between 1 and 500),
  quiet_from     time,
  quiet_to       time,
  quiet_weekends boolean not null default false,
  check ((quiet_from is null) = (quiet_to is null))
);
insert into inbox_policy (budget) values (20);

-- New alerts for which their CSM's budget does not suffice: risks come first, then the largest accounts.
create view digest_alert as
select account_id, id, csm_id
from (
  select alert.account_id, alert.id, account.csm_id,
         row_number() over (partition by account.csm_id
                            order by rule.nature = 'risk' desc, account.annual_value desc nulls last, alert.id) as place
  from alert
  join account on account.id = alert.account_id
  join rule on rule.id = alert.rule_id
  where alert.status = 'open' and not alert.held and alert.snoozed_until is null and alert.previous_id is null
) fresh
where csm_id is not null and place > (select budget from inbox_policy);

-- The days on which the condition held, the first included, each with what was found then; value and worse_at are null
-- where the condition has no degree.
create table alert_occurrence (
  account_id bigint not null,
  alert_id   bigint not null,
  day        date   not null,
  title      text   not null,
  value      float8,
  worse_at   float8,
  primary key (account_id, alert_id, day),
  foreign key (account_id, alert_id) references alert on delete cascade
);

-- How an alert was before the last thing that somebody did with it, so that they can undo it; revision is the alert's
-- afterwards. What people change has not ended before, so nothing about its end needs to be kept.
create table alert_undo (
  account_id       bigint      not null,
  alert_id         bigint      not null,
  revision         int         not null,
  -- Who did it: a member, or what calls the API, by its name.
  member_id        bigint references member on delete cascade,
  source           text,
  made_at          timestamptz not null,
  status           text        not null,
  acknowledged_by  bigint,
  snoozed_until    date,
  snoozed_at_value float8,
  snoozed_worse_at float8,
  worse_on         date,
  primary key (account_id, alert_id),
  check ((member_id is null) <> (source is null)),
  foreign key (account_id, alert_id) references alert on delete cascade
);

-- A condition that holds without an alert: since the day it waits for the rule's dwell time to pass, or is excused, since
-- it held already when the rule was switched on for new entrants only.
create table pending_condition (
  account_id bigint  not null references account on delete cascade,
  rule_id    int     not null references rule on delete cascade,
  since      date    not null,
  excused    boolean not null,
  primary key (account_id, rule_id)
);

-- What rules would find, before they are switched on.
create table dry_run (
  id         bigint generated always as identity primary key,
  rule_key   text,
  definition jsonb       not null,
  author     text        not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  state      text        not null check (state in ('running', 'done', 'failed')),
  accounts   int         not null default 0,
  done       int         not null default 0,
  findings   jsonb
);
