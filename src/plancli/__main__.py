"""`python -m plancli`."""

from plancli.cli.edge import main

if __name__ == "__main__":
    main()
