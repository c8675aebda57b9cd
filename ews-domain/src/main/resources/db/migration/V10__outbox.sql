-- Where other systems hear of what happens. The secret signs, so it is kept as it is.
create table webhook (
  id              int         generated always as identity primary key,
  name            text        not null unique,
  url             text        not null,
  secret          text        not null,
  -- The one before signs, too, until then: so long a receiver may take to learn the new one.
  old_secret       text,
  old_secret_until timestamptz check ((old_secret is null) = (old_secret_until is null)),
  events          text[]      not null,
  enabled         boolean     not null default true,
  -- Why it was switched off, if not by a person.
  disabled_reason text,
  created_at      timestamptz not null
);

-- What leaves the house. A message is written together with what it tells of, and sent later: at least once.
create table outbox_message (
  id              uuid        primary key default uuidv7(),
  channel         text        not null check (channel in ('email', 'webhook', 'slack')),
  -- An email address, or the id of a webhook or of a Slack channel.
  destination     text        not null,
  -- Messages of one lane wait for each other; lanes do not.
  lane            text        not null generated always as
                              (case channel when 'email' then channel else channel || ' ' || destination end) stored,
  dedup_key       text        not null unique,
  subject         text        not null,
  payload         jsonb       not null,
  account_id      bigint      references account on delete cascade,
  run_id          bigint,
  state           text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  foreign key (account_id, run_id) references run on delete set null (run_id)
);
create index outbox_message_due on outbox_message (lane, next_attempt_at) where state = 'waiting';
create index outbox_message_failed on outbox_message (id) where state = 'failed';
create index outbox_message_sent on outbox_message (sent_at) where state = 'sent';
create index outbox_message_account on outbox_message (account_id) where account_id is not null;
