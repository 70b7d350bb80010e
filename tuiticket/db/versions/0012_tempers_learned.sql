CREATE TABLE judgement (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  proposals TEXT NOT NULL,
  alone BOOLEAN NOT NULL,
  sure INTEGER,
  reasons TEXT NOT NULL,
  temper INTEGER NOT NULL,
  level TEXT NOT NULL,
  corrected BOOLEAN NOT NULL,
  temper_reasons TEXT NOT NULL,
  learned TEXT NOT NULL,
  lessons INTEGER NOT NULL,
  CONSTRAINT uq_judgement_ticket_id UNIQUE (ticket_id),
  CONSTRAINT fk_judgement_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT ck_judgement_alone CHECK (alone IN (0, 1)),
  CONSTRAINT ck_judgement_level CHECK (level IN ('calm', 'displeased', 'angry', 'threatening')),
  CONSTRAINT ck_judgement_corrected CHECK (corrected IN (0, 1))
);
CREATE INDEX ix_judgement_temper ON judgement (temper);
CREATE TABLE temper_lesson (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  upset BOOLEAN NOT NULL,
  CONSTRAINT uq_temper_lesson_ticket_id UNIQUE (ticket_id),
  CONSTRAINT fk_temper_lesson_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT ck_temper_lesson_upset CHECK (upset IN (0, 1))
);
CREATE TABLE temper_course (
  id INTEGER NOT NULL,
  algorithm TEXT NOT NULL,
  texts INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  felt TEXT NOT NULL,
  CONSTRAINT pk_temper_course PRIMARY KEY (id)
);
