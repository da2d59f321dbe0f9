"""How Alembic reaches the database: by the connection that models.index_database.migrate gives it."""

from alembic import context

from models.index_database.tables import SHARED

connection = context.config.attributes["connection"]
context.configure(connection=connection, version_table_schema=SHARED, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
