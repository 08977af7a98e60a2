"""Small numbers: what may be shown of true figures, and the audit that tries to break it.

`regel` turns figures into cells, `audit` proves that nothing can be worked back from them. Nothing
here touches the database: figures go in, cells and a report of the audit come out.
"""
