throw new Error('This door opens on the server only: import /rules or /words in the browser.')
