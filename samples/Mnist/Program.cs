// The project's main job: a network that the compiler has written learns to read handwritten digits.
//   dotnet run -c Release --project samples/Mnist -- --data DIR --epochs 10
// Without the MNIST files it draws digits of its own, so that it works on a fresh machine without a network.
using System.CommandLine.Invocation;
using System.Globalization;
using Mnist;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(options => options.Model.Run(options)).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
