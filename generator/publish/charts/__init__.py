"""Charts as SVG written by hand: price, relative strength, volatility.

Each takes a Series and gives the text of a file, empty where there is too little to
draw. The file names itself and says in words what it shows, holds shapes and words
only, and reads alone, within a page and on paper. `marks` are the days to draw on a
price, from a ledger.
"""

from generator.publish.charts.events import marks
from generator.publish.charts.price import chart
from generator.publish.charts.relative import ratio, relative
from generator.publish.charts.volatility import volatility

__all__ = ["chart", "marks", "ratio", "relative", "volatility"]
