@echo off
rem Runs Parley from its source folder: finds a JDK 25, builds on first use and when sources changed, then starts Java.
rem Without delayed expansion, which would remove ! from arguments.
setlocal disabledelayedexpansion
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" (
    echo parley: Parley does not run on Windows on ARM, because ONNX Runtime has no libraries for it. 1>&2
    exit /b 1
)
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "JDK="
for %%H in ("%JAVA25_HOME%" "%JAVA_HOME%") do call :try "%%~H"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined JDK (
    echo parley: Parley needs JDK 25 or newer. Install one ^(for example Temurin 25^) or set JAVA25_HOME to its folder. 1>&2
    exit /b 1
)
set "STALE=1"
if exist "%ROOT%\target\.parley-built" if exist "%ROOT%\target\lib" for /f %%R in ('powershell -NoProfile -Command "$t=(Get-Item -LiteralPath '%ROOT%\target\.parley-built' -Force).LastWriteTime; @(Get-ChildItem -Recurse -File -LiteralPath '%ROOT%\src\main','%ROOT%\onnx-export\src\main') + (Get-Item -LiteralPath '%ROOT%\pom.xml') | Where-Object { $_.LastWriteTime -gt $t } | Measure-Object | ForEach-Object Count"') do if "%%R"=="0" set "STALE="
if defined STALE (
    where mvn >nul 2>nul || ( echo parley: Maven is needed to build Parley on first use. Install it. 1>&2 & exit /b 1 )
    echo Building Parley... 1>&2
    if not exist "%ROOT%\target" mkdir "%ROOT%\target"
    set "JAVA25_HOME=%JDK%"
    pushd "%ROOT%"
    call mvn -o -q -B -Dquick process-classes >"%ROOT%\target\parley-build.log" 2>&1 || call mvn -q -B -Dquick process-classes >"%ROOT%\target\parley-build.log" 2>&1
    if errorlevel 1 ( popd & echo parley: The build failed. The log is in %ROOT%\target\parley-build.log. 1>&2 & exit /b 1 )
    popd
    type nul >"%ROOT%\target\.parley-built"
)
rem JavaFX goes on the module path, but only for the window: commands start faster without.
set "WINDOW="
set "NATIVES=ALL-UNNAMED"
set "FIRST=%~1"
if not defined FIRST set "WINDOW=1"
if defined FIRST if /i "%FIRST:~-7%"==".parley" set "WINDOW=1"
if defined WINDOW set "NATIVES=ALL-UNNAMED,javafx.graphics"
if defined WINDOW set WINDOW=--module-path "%ROOT%\target\javafx" --add-modules javafx.controls --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED
rem Parley uses UTF-8 on the terminal; the previous code page is restored afterwards.
set "PAGE="
for /f "tokens=2 delims=:" %%C in ('chcp') do for /f "delims=. " %%D in ("%%C") do set "PAGE=%%D"
chcp 65001 >nul
"%JDK%\bin\java" -XX:-UsePerfData %WINDOW% --enable-native-access=%NATIVES% --sun-misc-unsafe-memory-access=allow "-Dparley.program=%ROOT%" -cp "%ROOT%\target\classes;%ROOT%\target\lib\*" studio.parley.Main %*
set "CODE=%errorlevel%"
if defined PAGE chcp %PAGE% >nul
exit /b %CODE%

:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ 25 set "JDK=%~1"
exit /b 0
