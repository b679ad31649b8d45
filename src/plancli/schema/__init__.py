"""JSON Schemas of a plan's files, for editors: made from the model, they know this plan's departments and tasks."""
