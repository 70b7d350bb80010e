CREATE TABLE ticket (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  priority INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  channel TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  category_id INTEGER,
  owner_id INTEGER,
  team_id INTEGER,
  order_number TEXT,
  language TEXT NOT NULL,
  tags TEXT NOT NULL,
  assigned_at INTEGER,
  accepted_at INTEGER,
  accept_by INTEGER,
  by_hand BOOLEAN NOT NULL,
  queued_at INTEGER,
  widen_at INTEGER,
  needs_skill TEXT,
  needs_level INTEGER NOT NULL,
  excluded TEXT NOT NULL,
  widened INTEGER NOT NULL,
  last_message_at INTEGER,
  unanswered_since INTEGER,
  solved_at INTEGER,
  closed_at INTEGER,
  cycle INTEGER NOT NULL,
  merged_into INTEGER,
  rebound_of INTEGER,
  snoozed_until INTEGER,
  follow_up_at INTEGER,
  follow_up_told BOOLEAN NOT NULL,
  urgency INTEGER NOT NULL,
  next_clock TEXT,
  next_due_at INTEGER,
  next_breach_at INTEGER,
  next_calendar_id INTEGER,
  paused_left_s INTEGER,
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  CONSTRAINT pk_ticket PRIMARY KEY (id),
  CONSTRAINT fk_ticket_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
  CONSTRAINT fk_ticket_category_id FOREIGN KEY(category_id) REFERENCES category (id),
  CONSTRAINT fk_ticket_owner_id FOREIGN KEY(owner_id) REFERENCES agent (id),
  CONSTRAINT fk_ticket_team_id FOREIGN KEY(team_id) REFERENCES team (id),
  CONSTRAINT fk_ticket_merged_into FOREIGN KEY(merged_into) REFERENCES ticket (id),
  CONSTRAINT fk_ticket_rebound_of FOREIGN KEY(rebound_of) REFERENCES ticket (id),
  CONSTRAINT ck_ticket_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_ticket_state CHECK (state IN ('new', 'open', 'waiting-customer', 'waiting-third',
    'review', 'solved', 'closed', 'archived', 'spam')),
  CONSTRAINT ck_ticket_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_severity CHECK (severity IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web', 'api',
    'wechat', 'sms')),
  CONSTRAINT ck_ticket_by_hand CHECK (by_hand IN (0, 1)),
  CONSTRAINT ck_ticket_follow_up_told CHECK (follow_up_told IN (0, 1)),
  CONSTRAINT ck_ticket_next_clock CHECK (next_clock IN ('first-response', 'next-response',
    'progress-update', 'resolution', 'submit', 'review', 'triage'))
);
CREATE INDEX ix_ticket_active_category ON ticket (category_id, state) WHERE state IN ('new', 'open',
  'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_owner ON ticket (owner_id, state, kind) WHERE state IN ('new', 'open',
  'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_team ON ticket (team_id, state) WHERE state IN ('new', 'open',
  'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_category_id_state ON ticket (category_id, state);
CREATE INDEX ix_ticket_created_at ON ticket (created_at);
CREATE INDEX ix_ticket_customer_id ON ticket (customer_id);
CREATE INDEX ix_ticket_follow_up_at ON ticket (follow_up_at) WHERE follow_up_at IS NOT NULL;
CREATE INDEX ix_ticket_order_number ON ticket (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX ix_ticket_owner_id_state ON ticket (owner_id, state);
CREATE INDEX ix_ticket_snoozed_until ON ticket (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX ix_ticket_state_updated_at ON ticket (state, updated_at) WHERE state IN ('solved',
  'closed', 'archived', 'spam');
CREATE INDEX ix_ticket_team_id_state ON ticket (team_id, state);
CREATE INDEX ix_ticket_unanswered_since ON ticket (unanswered_since) WHERE unanswered_since IS NOT
  NULL;
CREATE INDEX ix_ticket_unassigned ON ticket (owner_id, urgency DESC, created_at, team_id,
  needs_skill, needs_level, widened) WHERE state IN ('new', 'open');
CREATE INDEX ix_ticket_updated_at ON ticket (updated_at);
CREATE INDEX ix_ticket_urgency ON ticket (urgency DESC, (next_due_at IS NULL), next_due_at, id,
  next_breach_at) WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE TABLE timer (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  due TEXT NOT NULL,
  ticket_id INTEGER,
  fire_at INTEGER NOT NULL,
  clock_id INTEGER,
  percent INTEGER,
  agent_id INTEGER,
  CONSTRAINT fk_timer_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_clock_id FOREIGN KEY(clock_id) REFERENCES clock (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) ON DELETE CASCADE,
  CONSTRAINT ck_timer_due CHECK (due IN ('step', 'close', 'archive', 'accept', 'widen', 'shift',
    'snooze', 'follow-up'))
);
CREATE INDEX ix_timer_agent_id ON timer (agent_id);
CREATE INDEX ix_timer_clock_id ON timer (clock_id);
CREATE INDEX ix_timer_fire_at_id ON timer (fire_at, id);
CREATE INDEX ix_timer_ticket_id ON timer (ticket_id);
CREATE TABLE notice (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL,
  ticket_id INTEGER,
  at INTEGER NOT NULL,
  about TEXT NOT NULL,
  details TEXT NOT NULL,
  seen_at INTEGER,
  CONSTRAINT fk_notice_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
  CONSTRAINT fk_notice_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE
);
CREATE INDEX ix_notice_agent_id ON notice (agent_id);
CREATE INDEX ix_notice_agent_id_seen_at ON notice (agent_id, seen_at);
CREATE INDEX ix_notice_ticket_id ON notice (ticket_id);
CREATE TABLE watcher (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  agent_id INTEGER NOT NULL,
  CONSTRAINT uq_watcher_ticket_id_agent_id UNIQUE (ticket_id, agent_id),
  CONSTRAINT fk_watcher_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_watcher_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);
CREATE INDEX ix_watcher_agent_id ON watcher (agent_id);
CREATE TABLE seen (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  agent_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  CONSTRAINT uq_seen_ticket_id_agent_id UNIQUE (ticket_id, agent_id),
  CONSTRAINT fk_seen_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE,
  CONSTRAINT fk_seen_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);
CREATE INDEX ix_seen_agent_id ON seen (agent_id);
CREATE TABLE ticket_link (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  CONSTRAINT uq_ticket_link_ticket_id_other_id UNIQUE (ticket_id, other_id),
  CONSTRAINT fk_ticket_link_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_ticket_link_other_id FOREIGN KEY(other_id) REFERENCES ticket (id),
  CONSTRAINT ck_ticket_link_kind CHECK (kind IN ('related', 'duplicate'))
);
CREATE INDEX ix_ticket_link_other_id ON ticket_link (other_id);
CREATE TABLE canned_reply (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  name TEXT NOT NULL,
  team_id INTEGER,
  position INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  version INTEGER NOT NULL,
  bodies TEXT NOT NULL,
  CONSTRAINT uq_canned_reply_key UNIQUE ("key"),
  CONSTRAINT fk_canned_reply_team_id FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE saved_view (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  name TEXT NOT NULL,
  "query" TEXT NOT NULL,
  position INTEGER NOT NULL,
  owner_id INTEGER,
  CONSTRAINT uq_saved_view_owner_id_key UNIQUE (owner_id, "key"),
  CONSTRAINT fk_saved_view_owner_id FOREIGN KEY(owner_id) REFERENCES agent (id)
);
CREATE UNIQUE INDEX uq_saved_view_shared ON saved_view ("key") WHERE owner_id IS NULL;
