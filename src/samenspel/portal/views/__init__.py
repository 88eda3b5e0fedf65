"""Pages of the portal: asking, searching, my page, and what explains Samenspel."""
