CREATE TABLE policy (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT,
  priority INTEGER,
  channel TEXT,
  first_response_s INTEGER,
  next_response_s INTEGER,
  resolution_s INTEGER,
  pause_on_third BOOLEAN NOT NULL,
  steps TEXT NOT NULL,
  CONSTRAINT ck_policy_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_policy_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_policy_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_policy_pause_on_third CHECK (pause_on_third IN (0, 1))
);
CREATE TABLE customer (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  language TEXT NOT NULL,
  tags TEXT NOT NULL,
  version INTEGER NOT NULL,
  note TEXT NOT NULL
);
CREATE TABLE event (
  id INTEGER NOT NULL,
  act INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  via TEXT NOT NULL,
  kind TEXT NOT NULL,
  ticket_id INTEGER,
  payload_hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  payload TEXT NOT NULL,
  CONSTRAINT pk_event PRIMARY KEY (id)
);
CREATE TABLE log_head (
  id INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT pk_log_head PRIMARY KEY (id),
  CONSTRAINT ck_log_head_single CHECK (id = 1)
);
CREATE TABLE agent (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  mail TEXT,
  capacity INTEGER NOT NULL,
  available BOOLEAN NOT NULL,
  last_assigned_at INTEGER,
  version INTEGER NOT NULL,
  CONSTRAINT uq_agent_login UNIQUE (login),
  CONSTRAINT ck_agent_role CHECK (role IN ('agent', 'lead', 'supervisor', 'admin', 'monitor')),
  CONSTRAINT ck_agent_available CHECK (available IN (0, 1))
);
CREATE TABLE settings (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  mail_domain TEXT NOT NULL,
  mail_addresses TEXT NOT NULL,
  mail_secret TEXT NOT NULL,
  first_number INTEGER NOT NULL,
  kind_teams TEXT NOT NULL,
  close_after_s INTEGER NOT NULL,
  archive_after_s INTEGER NOT NULL,
  hold_s INTEGER NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (id),
  CONSTRAINT ck_settings_single CHECK (id = 1)
);
CREATE TABLE customer_tag (
  tag TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  CONSTRAINT pk_customer_tag PRIMARY KEY (tag, customer_id),
  CONSTRAINT fk_customer_tag_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id) ON
    DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE contact (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT uq_contact_value_kind UNIQUE (value, kind),
  CONSTRAINT fk_contact_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
  CONSTRAINT ck_contact_kind CHECK (kind IN ('mail', 'phone', 'wechat', 'chat'))
);
CREATE TABLE "order" (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  placed_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  total_cents INTEGER NOT NULL,
  currency TEXT NOT NULL,
  tracking TEXT,
  lines TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT uq_order_number UNIQUE (number),
  CONSTRAINT fk_order_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
  CONSTRAINT ck_order_state CHECK (state IN ('unpaid', 'paid', 'shipped', 'delivered',
    'cancelled', 'refunded'))
);
CREATE TABLE team (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  name TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  automatic BOOLEAN NOT NULL,
  lead_id INTEGER,
  sister_id INTEGER,
  version INTEGER NOT NULL,
  CONSTRAINT uq_team_key UNIQUE ("key"),
  CONSTRAINT fk_team_lead_id FOREIGN KEY(lead_id) REFERENCES agent (id),
  CONSTRAINT fk_team_sister_id FOREIGN KEY(sister_id) REFERENCES team (id),
  CONSTRAINT ck_team_automatic CHECK (automatic IN (0, 1))
);
CREATE TABLE category (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  name TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  team_id INTEGER,
  CONSTRAINT uq_category_key UNIQUE ("key"),
  CONSTRAINT fk_category_team_id FOREIGN KEY(team_id) REFERENCES team (id)
);
CREATE TABLE membership (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  team_id INTEGER NOT NULL,
  agent_id INTEGER NOT NULL,
  CONSTRAINT uq_membership_team_id_agent_id UNIQUE (team_id, agent_id),
  CONSTRAINT fk_membership_team_id FOREIGN KEY(team_id) REFERENCES team (id),
  CONSTRAINT fk_membership_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);
CREATE TABLE article (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  category_id INTEGER,
  source TEXT,
  uses INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT fk_article_category_id FOREIGN KEY(category_id) REFERENCES category (id),
  CONSTRAINT uq_article_source UNIQUE (source),
  CONSTRAINT ck_article_kind CHECK (kind IN ('faq', 'case', 'training'))
);
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
  last_message_at INTEGER,
  unanswered_since INTEGER,
  solved_at INTEGER,
  closed_at INTEGER,
  cycle INTEGER NOT NULL,
  urgency INTEGER NOT NULL,
  next_clock TEXT,
  next_due_at INTEGER,
  next_breach_at INTEGER,
  paused_left_s INTEGER,
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  CONSTRAINT pk_ticket PRIMARY KEY (id),
  CONSTRAINT fk_ticket_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
  CONSTRAINT fk_ticket_category_id FOREIGN KEY(category_id) REFERENCES category (id),
  CONSTRAINT fk_ticket_owner_id FOREIGN KEY(owner_id) REFERENCES agent (id),
  CONSTRAINT fk_ticket_team_id FOREIGN KEY(team_id) REFERENCES team (id),
  CONSTRAINT ck_ticket_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_ticket_state CHECK (state IN ('new', 'open', 'waiting-customer', 'waiting-third',
    'review', 'solved', 'closed', 'archived')),
  CONSTRAINT ck_ticket_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_severity CHECK (severity IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_ticket_next_clock CHECK (next_clock IN ('first-response', 'next-response',
    'resolution'))
);
CREATE TABLE clock (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  policy_id INTEGER,
  target_s INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  consumed_s INTEGER NOT NULL,
  running_since INTEGER,
  due_at INTEGER,
  breach_at INTEGER,
  stopped_at INTEGER,
  generation INTEGER NOT NULL,
  CONSTRAINT fk_clock_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_clock_policy_id FOREIGN KEY(policy_id) REFERENCES policy (id),
  CONSTRAINT ck_clock_kind CHECK (kind IN ('first-response', 'next-response', 'resolution')),
  CONSTRAINT ck_clock_state CHECK (state IN ('running', 'paused', 'met', 'missed', 'cancelled'))
);
CREATE TABLE message (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  direction TEXT NOT NULL,
  channel TEXT NOT NULL,
  at INTEGER NOT NULL,
  agent_id INTEGER,
  customer_id INTEGER,
  automatic TEXT,
  seconds INTEGER,
  withdrawn_at INTEGER,
  mail_id TEXT,
  in_reply_to TEXT,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  quoted TEXT NOT NULL,
  CONSTRAINT fk_message_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_message_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
  CONSTRAINT fk_message_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
  CONSTRAINT ck_message_direction CHECK (direction IN ('in', 'out', 'note')),
  CONSTRAINT ck_message_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms'))
);
CREATE TABLE notice (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  agent_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  about TEXT NOT NULL,
  details TEXT NOT NULL,
  seen_at INTEGER,
  CONSTRAINT fk_notice_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
  CONSTRAINT fk_notice_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE
);
CREATE TABLE draft (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  agent_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT uq_draft_ticket_id_agent_id_kind UNIQUE (ticket_id, agent_id, kind),
  CONSTRAINT fk_draft_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE,
  CONSTRAINT fk_draft_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
  CONSTRAINT ck_draft_kind CHECK (kind IN ('reply', 'note'))
);
CREATE TABLE ticket_tag (
  tag TEXT NOT NULL,
  ticket_id INTEGER NOT NULL,
  CONSTRAINT pk_ticket_tag PRIMARY KEY (tag, ticket_id),
  CONSTRAINT fk_ticket_tag_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE
    CASCADE
)
 WITHOUT ROWID;
CREATE TABLE fired_step (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  clock_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  fired_at INTEGER NOT NULL,
  CONSTRAINT uq_fired_step_clock_id_generation_percent UNIQUE (clock_id, generation, percent),
  CONSTRAINT fk_fired_step_clock_id FOREIGN KEY(clock_id) REFERENCES clock (id),
  CONSTRAINT fk_fired_step_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE TABLE timer (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  due TEXT NOT NULL,
  ticket_id INTEGER NOT NULL,
  fire_at INTEGER NOT NULL,
  clock_id INTEGER,
  percent INTEGER,
  CONSTRAINT fk_timer_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_clock_id FOREIGN KEY(clock_id) REFERENCES clock (id) ON DELETE CASCADE,
  CONSTRAINT ck_timer_due CHECK (due IN ('step', 'close', 'archive'))
);
CREATE TABLE attachment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  message_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  skipped TEXT,
  content BLOB,
  CONSTRAINT fk_attachment_message_id FOREIGN KEY(message_id) REFERENCES message (id)
);
CREATE TABLE delivery (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  message_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  hold_until INTEGER NOT NULL,
  state TEXT NOT NULL,
  CONSTRAINT fk_delivery_message_id FOREIGN KEY(message_id) REFERENCES message (id),
  CONSTRAINT fk_delivery_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT ck_delivery_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_delivery_state CHECK (state IN ('held', 'delivered', 'withdrawn', 'failed'))
);
CREATE TABLE mail (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  mail_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  message_id INTEGER,
  fault TEXT,
  raw BLOB NOT NULL,
  CONSTRAINT uq_mail_mail_id_content_hash UNIQUE (mail_id, content_hash),
  CONSTRAINT fk_mail_message_id FOREIGN KEY(message_id) REFERENCES message (id),
  CONSTRAINT ck_mail_state CHECK (state IN ('stored', 'quarantined'))
);
CREATE VIRTUAL TABLE ticket_words USING fts5(subject, content='', tokenize='ascii');
CREATE VIRTUAL TABLE message_words USING fts5(body, subject, content='', tokenize='ascii');
CREATE VIRTUAL TABLE article_words USING fts5(title, body, content='', tokenize='ascii');
CREATE VIRTUAL TABLE customer_words USING fts5(name, content='', tokenize='ascii');
CREATE VIRTUAL TABLE contact_words USING fts5(value, content='', tokenize='ascii');
CREATE INDEX ix_attachment_message_id ON attachment (message_id);
CREATE INDEX ix_clock_ticket_id ON clock (ticket_id);
CREATE UNIQUE INDEX uq_clock_alive ON clock (ticket_id, kind) WHERE state IN ('running', 'paused');
CREATE INDEX ix_contact_customer_id ON contact (customer_id);
CREATE INDEX ix_customer_tag_customer_id ON customer_tag (customer_id);
CREATE INDEX ix_delivery_hold_until ON delivery (hold_until) WHERE state = 'held';
CREATE INDEX ix_delivery_message_id ON delivery (message_id);
CREATE INDEX ix_delivery_ticket_id ON delivery (ticket_id);
CREATE INDEX ix_draft_agent_id ON draft (agent_id);
CREATE INDEX ix_event_acts ON event (actor, id) WHERE id = act;
CREATE INDEX ix_event_ticket_id_id ON event (ticket_id, id);
CREATE INDEX ix_event_undone ON event (id) WHERE kind = 'desk.undone';
CREATE INDEX ix_fired_step_ticket_id ON fired_step (ticket_id);
CREATE INDEX ix_mail_message_id ON mail (message_id);
CREATE INDEX ix_mail_received_at ON mail (received_at) WHERE state = 'quarantined';
CREATE INDEX ix_membership_agent_id ON membership (agent_id);
CREATE INDEX ix_message_in_reply_to ON message (in_reply_to) WHERE in_reply_to IS NOT NULL;
CREATE INDEX ix_message_mail_id ON message (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX ix_message_ticket_id ON message (ticket_id);
CREATE INDEX ix_notice_agent_id_seen_at ON notice (agent_id, seen_at);
CREATE INDEX ix_notice_ticket_id ON notice (ticket_id);
CREATE INDEX ix_order_customer_id ON "order" (customer_id);
CREATE INDEX ix_ticket_active_category ON ticket (category_id, state)
  WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_owner ON ticket (owner_id, state)
  WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_team ON ticket (team_id, state)
  WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_category_id_state ON ticket (category_id, state);
CREATE INDEX ix_ticket_created_at ON ticket (created_at);
CREATE INDEX ix_ticket_customer_id ON ticket (customer_id);
CREATE INDEX ix_ticket_order_number ON ticket (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX ix_ticket_owner_id_state ON ticket (owner_id, state);
CREATE INDEX ix_ticket_state_updated_at ON ticket (state, updated_at)
  WHERE state IN ('solved', 'closed', 'archived');
CREATE INDEX ix_ticket_team_id_state ON ticket (team_id, state);
CREATE INDEX ix_ticket_unanswered_since ON ticket (unanswered_since)
  WHERE unanswered_since IS NOT NULL;
CREATE INDEX ix_ticket_unassigned ON ticket (owner_id, urgency DESC, created_at)
  WHERE state IN ('new', 'open');
CREATE INDEX ix_ticket_updated_at ON ticket (updated_at);
CREATE INDEX ix_ticket_urgency ON ticket (urgency DESC, (next_due_at IS NULL), next_due_at, id,
  next_breach_at) WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_tag_ticket_id ON ticket_tag (ticket_id);
CREATE INDEX ix_timer_clock_id ON timer (clock_id);
CREATE INDEX ix_timer_fire_at_id ON timer (fire_at, id);
CREATE INDEX ix_timer_ticket_id ON timer (ticket_id);
CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'nothing is removed from the log'); END;
CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'no line of the log is written twice'); END;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
ANALYZE ticket;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('ticket', 'ix_ticket_active_category', '20000 200 50'),
  ('ticket', 'ix_ticket_active_owner', '20000 1000 250'),
  ('ticket', 'ix_ticket_active_team', '20000 2500 600'),
  ('ticket', 'ix_ticket_category_id_state', '1000000 10000 2500'),
  ('ticket', 'ix_ticket_created_at', '1000000 1'),
  ('ticket', 'ix_ticket_customer_id', '1000000 4'),
  ('ticket', 'ix_ticket_order_number', '500000 2'),
  ('ticket', 'ix_ticket_owner_id_state', '1000000 50000 12000'),
  ('ticket', 'ix_ticket_state_updated_at', '980000 330000 1'),
  ('ticket', 'ix_ticket_team_id_state', '1000000 125000 25000'),
  ('ticket', 'ix_ticket_unanswered_since', '8000 1'),
  ('ticket', 'ix_ticket_unassigned', '15000 750 10 1'),
  ('ticket', 'ix_ticket_updated_at', '1000000 1'),
  ('ticket', 'ix_ticket_urgency', '20000 20 10 1 1 1');
INSERT INTO log_head (id, event_id, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
