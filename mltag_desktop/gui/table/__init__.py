"""The record table: Qt model, view, painting and order."""
