"""The work behind a request: what is asked for is checked, done, and kept until somebody fetches it.

model      the client of a configured model
requests   what is asked for, as outsiders write it: fact lists, edit lists
problem    errors as problem details
work       one review, from bytes to all the files that it yields
queue      reviews waiting for a worker, running, done
"""
