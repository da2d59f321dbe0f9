"""The command `upr`, for a process of its own: `python -m tests.web.upr serve --port 8000`."""

from web.command_line import main

if __name__ == "__main__":
    main()
