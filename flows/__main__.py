"""`python -m flows` is `rekap`, also where scripts are not on the path."""

from flows.cli import main

if __name__ == "__main__":
    main()
