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

-- What a member is told of. Two of the same key for a member are one.
create table notice (
  id          bigint      generated always as identity primary key,
  member_id   bigint      not null references member on delete cascade,
  kind        text        not null,
  dedup_key   text        not null,
  account_id  bigint      references account on delete cascade,
  text        text        not null,
  -- The page that it leads to.
  path        text        not null,
  made_at     timestamptz not null,
  seen_at     timestamptz,
  -- When it was put into the outbox, or it was clear that it stays in EWS.
  told_at     timestamptz,
  -- Until then nobody needs to look at it: it is quiet, or the digest is not due.
  waits_until timestamptz,
  unique (member_id, dedup_key)
);
create index notice_member on notice (member_id, id desc);
create index notice_unseen on notice (member_id) where seen_at is null;
create index notice_untold on notice (member_id, waits_until) where told_at is null;
create index notice_made on notice (made_at);
create index notice_account on notice (account_id) where account_id is not null;

-- How a member wants to hear of a kind of notices; the usual way (ews.plays.notice.NoticeKind) where there is no row.
create table notice_choice (
  member_id bigint not null references member on delete cascade,
  kind      text   not null,
  way       text   not null check (way in ('none', 'product', 'email', 'slack')),
  timing    text   not null check (timing in ('at_once', 'daily')),
  primary key (member_id, kind)
);

-- When a member does not want to be disturbed, and when the digest of the day comes.
create table notice_hours (
  member_id      bigint  primary key references member on delete cascade,
  -- The organisation's zone where it is null.
  zone           text,
  quiet_from     time,
  quiet_to       time,
  quiet_weekends boolean not null,
  digest_at      time    not null,
  check ((quiet_from is null) = (quiet_to is null))
);
