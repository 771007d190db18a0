#include "core/base/text.h"
#include "core/words/words.h"

namespace br {

namespace {

// "12 × 2.5 = 30" where a factor took part, else just the amount.
std::string product(const TraceStep &step)
{
    if (step.quantity == step.amount)
        return quantityText(step.amount);
    return words("Trace", "%1 (from %2)", {quantityText(step.amount), quantityText(step.quantity)});
}

std::string combinedText(const TraceStep &step)
{
    const auto result = quantityText(step.running);
    if (step.text == "max")
        return words("Trace", "The largest of them counts: %1.", {result});
    if (step.text == "distinct")
        return words("Trace", "Each name or id counts once over all of them: %1.", {result});
    return words("Trace", "Added up: %1.", {result});
}

} // namespace

std::string stepText(const TraceStep &step)
{
    const auto amount = quantityText(step.amount.abs());
    switch (step.code) {
    case TraceCode::BilledLine:
        return words("Trace", "Line %1 bills %2 of product %3.", {step.text, product(step), step.text2});
    case TraceCode::Counted:
        return words("Trace", "%1 states %2 of %3.", {step.text, product(step), step.text2});
    case TraceCode::NotLive:
        return words("Trace", "%1 had ended or not yet begun: not counted.", {amount});
    case TraceCode::FilteredOut:
        return words("Trace", "%1 left out by class, status or name: not counted.", {amount});
    case TraceCode::UnknownClass:
        return words("Trace", "%1 whose class the vendor does not say: not counted.", {amount});
    case TraceCode::UnknownStatus:
        return words("Trace", "%1 whose status the vendor does not say: not counted.", {amount});
    case TraceCode::Combined:
        return combinedText(step);
    case TraceCode::SameKey:
        return words("Trace", "%1 found more than once: counted once each.", {amount});
    case TraceCode::Exception:
        return step.text2.empty() ? words("Trace", "%1 taken off: %2.", {amount, step.text})
                                  : words("Trace", "%1 taken off: %2 (%3).", {amount, step.text, step.text2});
    case TraceCode::Included:
        return words("Trace", "%1 included without charge, taken off.", {amount});
    case TraceCode::Minimum:
        return step.running > step.amount ? words("Trace", "At least %1 are billed; it is more.", {amount})
                                          : words("Trace", "The minimum is %1: %2.", {amount, quantityText(step.running)});
    case TraceCode::Pack:
        return words("Trace", "Sold in packs of %1: %2 in whole packs.", {amount, quantityText(step.running)});
    case TraceCode::SourceMissing:
        return words("Trace", "%1 has no complete import for this month: what is used is unknown.", {step.text});
    case TraceCode::NoLinkedAccount:
        return words("Trace", "No account at any vendor of this service is linked to the client: what is used is unknown.");
    case TraceCode::NotRead:
        return words("Trace", "%1 could not be read for this client: what is used is unknown. %2", {step.text, step.text2});
    case TraceCode::TooLarge:
        return words("Trace", "These numbers are too large to be compared: what is used is unknown.");
    case TraceCode::Approved:
        return words("Trace", "%1 approved in %2 to bill %3 instead of %4; the PSA bills %5.",
            {step.text2, step.text.substr(0, 7), amount, quantityText(step.quantity), quantityText(step.running)});
    case TraceCode::HandedOver:
        return step.text.empty() ? words("Trace", "That adjustment was never exported.")
                                 : words("Trace", "That adjustment went out with %1 on %2.", {step.text, dayInWords(step.text2)});
    }
    return {};
}

std::string traceLine(const Trace &trace)
{
    std::string line;
    const TraceStep *last = nullptr;
    const auto add = [&line](const std::string &sign, const std::string &part) {
        if (!line.empty())
            line += " " + sign + " ";
        line += part;
    };
    for (const auto &step : trace) {
        const auto amount = quantityText(step.amount.abs());
        switch (step.code) {
        case TraceCode::Counted:
            add("+", words("Trace", "%1 %2", {amount, step.text2.empty() ? step.text : step.text2}));
            break;
        case TraceCode::Exception:
            add("−", words("Trace", "%1 %2", {amount, step.text}));
            break;
        case TraceCode::Included:
            add("−", words("Trace", "%1 included", {amount}));
            break;
        case TraceCode::Minimum:
            if (step.running == step.amount) // else it raised nothing
                add("→", words("Trace", "minimum %1", {quantityText(step.running)}));
            break;
        case TraceCode::Pack:
            add("→", words("Trace", "packs of %1: %2", {amount, quantityText(step.running)}));
            break;
        case TraceCode::Combined:
            if (step.text == "max")
                add("→", words("Trace", "largest %1", {quantityText(step.running)}));
            else if (step.text == "distinct")
                add("→", words("Trace", "distinct %1", {quantityText(step.running)}));
            break;
        case TraceCode::SourceMissing:
        case TraceCode::NoLinkedAccount:
        case TraceCode::NotRead:
        case TraceCode::TooLarge:
            return words("Trace", "unknown");
        default:
            continue;
        }
        last = &step;
    }
    if (!last)
        return line;
    return line + " = " + quantityText(last->running);
}

} // namespace br
