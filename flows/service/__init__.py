"""The always-on service: watches the intake folder and runs on a schedule."""
