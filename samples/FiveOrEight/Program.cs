// The lecture's binary network, 784-196-1 with sigmoid units, tells MNIST's fives from its eights: 1,000 steps of gradient
// descent, each on the gradient of all training images, and the curve of their losses as a picture.
//   dotnet run -c Release --project samples/FiveOrEight -- --data DIR
// Without the MNIST files it takes digits that it draws itself, and fewer steps.
using System.CommandLine.Invocation;
using System.Globalization;
using FiveOrEight;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(TrainingRun.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
