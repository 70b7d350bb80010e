CREATE TABLE article_draft (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    agent_id INTEGER NOT NULL,
    article_id INTEGER,
    saved_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    category_id INTEGER,
    began TEXT NOT NULL,
    title TEXT NOT NULL,
    asked TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT fk_article_draft_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
    CONSTRAINT fk_article_draft_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE SET NULL,
    CONSTRAINT fk_article_draft_category_id FOREIGN KEY(category_id) REFERENCES category (id),
    CONSTRAINT ck_article_draft_kind CHECK (kind IN ('faq', 'case', 'training'))
);
CREATE INDEX ix_article_draft_agent_id ON article_draft (agent_id);
CREATE INDEX ix_article_draft_article_id ON article_draft (article_id);
