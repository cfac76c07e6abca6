// What the initialisation does to a deep network: ten layers of sigmoid, tanh or ReLU units, with small and large weights, and with those that
// Xavier's and He's initialisation draw. Activations collapse or saturate and gradients vanish or explode, unless the weights fit the function.
//   dotnet run -c Release --project samples/VanishingGradient -- --picture vanishing-gradient.svg
using System.CommandLine.Invocation;
using System.Globalization;
using VanishingGradient;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Examination.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
