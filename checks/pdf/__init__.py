"""PDF documents: what links say of them, what is asked before publishing, PDF/UA-1, and signs of trouble."""
