// Functions whose gradients the compiler writes, in the order of a lecture on backpropagation: values, gradients, a numerical check of each, and the computational
// graphs as pictures.
//   dotnet run -c Release --project samples/ComputationalGraph -- --pictures graphs
using System.CommandLine.Invocation;
using System.Globalization;
using Lecture;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var parsed = CommandLine.Create(Lesson.Execute).Parse(args);
if (parsed.Action is ParseErrorAction mistakes)
    mistakes.ShowHelp = false;
return parsed.Invoke();
