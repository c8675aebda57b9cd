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
