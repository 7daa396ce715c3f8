"""What outlives a call: files that are written whole or not at all, and the reviews that the service keeps."""
