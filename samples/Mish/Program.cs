// An activation function of one's own, Mish, beside SiLU of the library: the same network, the same seed, loss and accuracy after each epoch, and the time of
// a training step of both.
//   dotnet run -c Release --project samples/Mish -- --data DIR --picture mish.svg
// Without the MNIST files it takes digits that it draws itself.
using System.CommandLine.Invocation;
using System.Globalization;
using Mish;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Comparison.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
