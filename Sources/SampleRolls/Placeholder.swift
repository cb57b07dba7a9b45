// SampleRolls
