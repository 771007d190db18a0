// PageParts: the few shapes every page is made of: headings, muted hints, buttons that go somewhere. Thread rule: interface thread.
#pragma once

#include "ui/pages/parts/tonelabel.h"

#include <QString>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QWidget;

namespace br {

QLabel *heading(const QString &text, QWidget *parent);
ToneLabel *muted(const QString &text, QWidget *parent);    // wraps
ToneLabel *sentence(const QString &name, QWidget *parent); // wraps, selectable; for text that changes
QPushButton *button(const QString &name, const QString &text, const QString &icon, QWidget *parent);
void searchByKeys(QWidget *page, QLineEdit *search); // "/" and Ctrl+F, anywhere on the page but in a text field
void roomy(QBoxLayout *layout);                      // the margins of a page
// Lays out `widgets` in a row; a nullptr stands for the stretch.
QBoxLayout *inRow(std::initializer_list<QWidget *> widgets);
// A term of the query language that asks for the whole text: client:="Smith & Sons".
QString exactly(const char *field, const std::string &value);

} // namespace br
