-- Incoming webhooks of Slack. Those of the organisation lead to channels and hear of events; one of a member leads to
-- that member alone. Whoever has the address can write there, so it is as good as a secret.
create table slack_channel (
  id              int         generated always as identity primary key,
  member_id       bigint      unique references member on delete cascade,
  name            text        not null,
  url             text        not null,
  events          text[]      not null,
  enabled         boolean     not null default true,
  -- Why it was switched off, if not by a person.
  disabled_reason text,
  created_at      timestamptz not null
);
create unique index slack_channel_name on slack_channel (name) where member_id is null;

-- After how many working days what is overdue is told of: tasks after their due day, alerts after the day they were raised.
create table escalation_policy (
  only_one       boolean primary key default true check (only_one),
  remind_after   int not null check (remind_after between 1 and 60),
  escalate_after int not null check (escalate_after between 1 and 60),
  alert_after    int not null check (alert_after between 1 and 60),
  check (escalate_after > remind_after)
);
insert into escalation_policy (remind_after, escalate_after, alert_after) values (1, 3, 3);

-- Who was told that a task is overdue: first its assignee, then a manager. With another due day, it begins anew.
create table task_overdue (
  account_id bigint      not null,
  task_id    bigint      not null,
  due_on     date        not null,
  step       text        not null check (step in ('reminder', 'escalation')),
  member_id  bigint      not null references member on delete cascade,
  told_at    timestamptz not null,
  primary key (account_id, task_id, due_on, step),
  foreign key (account_id, task_id) references task on delete cascade
);
create index task_overdue_member on task_overdue (member_id) where step = 'escalation';
create index task_open_due on task (due_on) where status = 'open';
