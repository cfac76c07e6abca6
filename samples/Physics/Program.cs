// A thrown ball with drag: from noisy observations of its flight the speed, the angle and the drag are found by gradient descent through the simulation itself.
//   dotnet run -c Release --project samples/Physics -- --picture physics.svg
// The compiler writes the gradient of the loss: backwards through every step of the flight (Loss.cs).
using System.CommandLine.Invocation;
using System.Globalization;
using Physics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Experiment.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
