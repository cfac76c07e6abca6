// Rosenblatt's perceptron: a single threshold unit, y = step(w1 x1 + w2 x2 + b), learns AND and OR, but no number of epochs teaches it XOR.
//   dotnet run -c Release --project samples/Perceptron -- --picture perceptron.svg
// A step of gradient descent on Loss.Perceptron is the perceptron rule: w += rate * (d - y) x.
using System.CommandLine.Invocation;
using System.Globalization;
using Perceptron;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Lesson.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
