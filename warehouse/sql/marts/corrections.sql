SELECT * FROM corrections_state
