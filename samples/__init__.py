"""An invented corpus: fictional States, reviewed in documents laid out as the United Nations prints them."""
