document.title = 'Wegmarke';
