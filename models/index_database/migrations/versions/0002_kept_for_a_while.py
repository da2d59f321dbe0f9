"""What sites of several machines keep for a while: searches and lists as ciphertext, and what forms are known by."""

import secrets

from alembic import op

revision = "0002"
down_revision = "0001"
TABLES = ("kept_question", "kept_list")


def upgrade() -> None:
    """Make the tables; what is UNLOGGED reaches no log, no replica and no backup of the log."""
    for table in TABLES:
        op.execute(
            f"""
            CREATE UNLOGGED TABLE upr.{table} (            -- as web.site.kept_questions keeps them in memory
                name       bytea PRIMARY KEY,              -- digests of the key in the address of the results
                search     bytea NOT NULL,
                ciphertext bytea NOT NULL,
                used       timestamptz NOT NULL DEFAULT now()
            )
            """
        )
        op.execute(f"CREATE INDEX {table}_search ON upr.{table} (search)")
        op.execute(f"CREATE INDEX {table}_used ON upr.{table} (used)")
    op.execute("CREATE TABLE upr.form_secret (secret bytea NOT NULL)")
    op.execute(f"INSERT INTO upr.form_secret (secret) VALUES ('\\x{secrets.token_hex(32)}')")  # noqa: S608 - of hex digits
