"""The analysts' workbench: a web application on this computer that shows, checks and decides."""
