"""What the cases teach together: lessons, results, charts, knowledge, partners and the map."""
